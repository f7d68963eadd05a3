# frozen_string_literal: true

class TicketsController < ApplicationController
  before_action :authenticate_user!

  def index
    @tickets = current_account.tickets.order(created_at: :desc).limit(100)
  end
end
