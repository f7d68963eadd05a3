# frozen_string_literal: true

class ManualExport < ApplicationRecord
  STYLES = %w[plain letter booklet].freeze
  STATES = %w[queued done failed].freeze

  belongs_to :manual
  belongs_to :requested_by, class_name: "User"
  has_one_attached :document

  validates :state, inclusion: { in: STATES }

  def self.known_style(name)
    STYLES.include?(name) ? name : STYLES.first
  end
end
