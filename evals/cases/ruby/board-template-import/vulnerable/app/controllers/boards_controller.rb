# frozen_string_literal: true

class BoardsController < ApplicationController
  before_action :authenticate_user!

  def index
    @boards = current_account.boards.order(:name)
  end

  def show
    @board = current_account.boards.find(params[:id])
  end

  def import
    board = BoardTemplateImport.new(current_account, params.require(:file).tempfile).call
    redirect_to board, notice: t(".imported")
  rescue BoardTemplateImport::Invalid => e
    redirect_to boards_path, alert: e.message
  end
end
