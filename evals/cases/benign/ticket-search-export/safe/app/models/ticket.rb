# frozen_string_literal: true

class Ticket < ApplicationRecord
  belongs_to :account
  belongs_to :assignee, class_name: "User", optional: true

  enum :state, { open: 0, waiting: 1, closed: 2 }

  validates :subject, presence: true, length: { maximum: 200 }

  scope :in_state, ->(state) { states.key?(state) ? where(state:) : all }
  scope :assigned_to, ->(user_id) { user_id.present? ? where(assignee_id: user_id) : all }
  scope :since, ->(day) { day ? where(created_at: day.beginning_of_day..) : all }
  scope :about, lambda { |text|
    next all if text.blank?

    pattern = "%#{sanitize_sql_like(text.downcase)}%"
    where("LOWER(tickets.subject) LIKE :pattern OR LOWER(tickets.body) LIKE :pattern", pattern:)
  }
end
