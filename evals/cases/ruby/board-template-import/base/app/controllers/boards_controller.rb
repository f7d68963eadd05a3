# frozen_string_literal: true

class BoardsController < ApplicationController
  before_action :authenticate_user!

  def index
    @boards = current_account.boards.order(:name)
  end

  def show
    @board = current_account.boards.find(params[:id])
  end
end
