# frozen_string_literal: true

class InvoicesController < ApplicationController
  include PdfDocument

  before_action :authenticate_user!

  pdf_of { current_account.invoices }

  def index
    @invoices = current_account.invoices.order(issued_on: :desc).page(params[:page])
  end

  def show
    @invoice = current_account.invoices.includes(:lines).find(params[:id])
  end
end
