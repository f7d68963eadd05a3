# frozen_string_literal: true

# Narrows a list of tickets to what an agent chose in the side bar.
class TicketFilter
  include ActiveModel::Model

  attr_accessor :state, :assignee_id, :tag

  STATES = %w[open pending solved].freeze

  def apply(scope)
    scope = scope.where(state: state) if STATES.include?(state)
    scope = scope.where(assignee_id: assignee_id) if assignee_id.present?
    scope = scope.where("tickets.tags LIKE '%#{tag}%'") if tag.present?
    scope.order(updated_at: :desc)
  end

  def any?
    [state, assignee_id, tag].any?(&:present?)
  end
end
