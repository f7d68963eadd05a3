# frozen_string_literal: true

class TicketsController < ApplicationController
  before_action :authenticate_agent!
  before_action :set_ticket, only: %i[show update]

  def index
    @tickets = policy_scope(Ticket).includes(:requester).order(updated_at: :desc).page(params[:page])
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
end
