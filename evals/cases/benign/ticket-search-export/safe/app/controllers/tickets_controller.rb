# frozen_string_literal: true

class TicketsController < ApplicationController
  before_action :authenticate_user!

  def index
    @search = TicketSearch.new(search_params)
    found = @search.among(current_account.tickets)
    respond_to do |format|
      format.html { @tickets = found.limit(100) }
      format.csv { send_data TicketExport.new(found).to_s, filename: "tickets-#{Date.current.iso8601}.csv" }
    end
  end

  private

  def search_params
    params.fetch(:search, {}).permit(:text, :state, :assignee_id, :since, :order)
  end
end
