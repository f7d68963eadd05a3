# frozen_string_literal: true

# What somebody looks for among the tickets of an account.
class TicketSearch
  include ActiveModel::Model
  include ActiveModel::Attributes

  ORDERS = {
    "newest" => { created_at: :desc },
    "oldest" => { created_at: :asc },
    "subject" => { subject: :asc },
  }.freeze

  attribute :text, :string
  attribute :state, :string
  attribute :assignee_id, :integer
  attribute :since, :date
  attribute :order, :string, default: "newest"

  validates :order, inclusion: { in: ORDERS.keys }
  validates :text, length: { maximum: 80 }

  def among(tickets)
    return tickets.none unless valid?

    tickets.about(text).in_state(state).assigned_to(assignee_id).since(since).order(ORDERS.fetch(order))
  end
end
