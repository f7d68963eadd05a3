# frozen_string_literal: true

require "csv"

# Tickets as a CSV file; cells that a spreadsheet would take for formulas are quoted.
class TicketExport
  HEADERS = %w[id subject state assignee created].freeze
  FORMULA = /\A[=+\-@\t\r]/

  def initialize(tickets)
    @tickets = tickets
  end

  def to_s
    CSV.generate do |csv|
      csv << HEADERS
      @tickets.includes(:assignee).limit(5_000).each { |ticket| csv << row(ticket) }
    end
  end

  private

  def row(ticket)
    [ticket.id, plain(ticket.subject), ticket.state, plain(ticket.assignee&.name), ticket.created_at.iso8601]
  end

  def plain(text)
    text.to_s.match?(FORMULA) ? "'#{text}" : text
  end
end
