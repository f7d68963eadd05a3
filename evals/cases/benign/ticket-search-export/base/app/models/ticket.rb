# frozen_string_literal: true

class Ticket < ApplicationRecord
  belongs_to :account
  belongs_to :assignee, class_name: "User", optional: true

  enum :state, { open: 0, waiting: 1, closed: 2 }

  validates :subject, presence: true, length: { maximum: 200 }
end
