# frozen_string_literal: true

class TicketsController < ApplicationController
  before_action :authenticate_agent!
  before_action :set_ticket, only: %i[show update]

  def index
    @filter = TicketFilter.new(filter_params)
    @tickets = @filter.apply(policy_scope(Ticket).includes(:requester, :assignee)).page(params[:page])
  end

  def show
    @comments = @ticket.comments.chronological
  end

  def update
    if @ticket.update(ticket_params)
      redirect_to @ticket, notice: t(".saved")
    else
      render :show, status: :unprocessable_entity
    end
  end

  private

  def set_ticket
    @ticket = authorize(policy_scope(Ticket).find(params[:id]))
  end

  def ticket_params
    params.require(:ticket).permit(:state, :priority)
  end

  def filter_params
    params.fetch(:filter, {}).permit(:state, :assignee_id, :tag)
  end
end
