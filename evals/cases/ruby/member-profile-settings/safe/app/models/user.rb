# frozen_string_literal: true

class User < ApplicationRecord
  PRIVACY_LEVELS = %w[nobody friends members].freeze
  CONTACT_WAYS = %w[message mail phone].freeze

  has_secure_password
  enum :role, { member: 0, moderator: 1, admin: 2 }

  validates :name, presence: true, length: { maximum: 80 }
  validates :bio, length: { maximum: 2000 }
  validates :handle, uniqueness: true, format: /\A[a-z0-9_]{3,30}\z/
  validates :email_visibility, inclusion: { in: PRIVACY_LEVELS }
  validate { errors.add(:contact_by, :inclusion) if (Array(contact_by) - CONTACT_WAYS).any? }

  scope :visible_to, ->(viewer) { viewer.admin? ? all : where(banned: false) }
end
