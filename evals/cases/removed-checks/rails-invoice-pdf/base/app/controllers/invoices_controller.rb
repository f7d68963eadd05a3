# frozen_string_literal: true

class InvoicesController < ApplicationController
  before_action :authenticate_user!
  before_action :set_invoice, only: %i[show pdf]

  def index
    @invoices = current_account.invoices.order(issued_on: :desc).page(params[:page])
  end

  def show; end

  def pdf
    send_data InvoicePdf.new(@invoice).render,
              filename: "invoice-#{@invoice.number}.pdf",
              type: "application/pdf",
              disposition: "inline"
  end

  private

  def set_invoice
    @invoice = current_account.invoices.find(params[:id])
  end
end
