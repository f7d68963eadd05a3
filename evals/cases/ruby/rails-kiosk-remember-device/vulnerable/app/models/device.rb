# frozen_string_literal: true

require "digest"

class Device < ApplicationRecord
  belongs_to :user

  validates :label, presence: true

  attr_reader :token

  before_create :assign_token

  def self.digest(token)
    Digest::SHA256.hexdigest(token)
  end

  private

  def assign_token
    @token = SecureRandom.urlsafe_base64(32)
    self.token_digest = self.class.digest(@token)
  end
end
