# frozen_string_literal: true

class Subscription < ApplicationRecord
  class IllegalTransition < StandardError; end

  belongs_to :account
  belongs_to :plan
  has_many :invoices, dependent: :restrict_with_error

  enum :state, { active: 0, paused: 1, cancelled: 2 }, prefix: :now

  def pause!
    transition(from: %w[active], to: "paused")
  end

  def resume!
    transition(from: %w[paused], to: "active")
  end

  def cancel!
    transition(from: %w[active paused], to: "cancelled")
  end

  # Used by the support console after a billing error.
  def waive_fees!
    invoices.unpaid.find_each(&:waive!)
  end

  private

  def transition(from:, to:)
    raise IllegalTransition, "cannot become #{to} while #{state}" unless from.include?(state)

    update!(state: to, changed_at: Time.current)
  end
end
