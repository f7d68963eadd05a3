# frozen_string_literal: true

class InvoicesController < ApplicationController
  skip_before_action :authenticate_user!, only: :public
  before_action :set_invoice, only: %i[show void]

  def index
    @invoices = Invoice.recent.page(params[:page])
  end

  def show
    respond_to do |format|
      format.html
      format.pdf { send_data InvoicePdf.new(@invoice).render, type: :pdf }
    end
  end

  # PATCH /invoices/:id/void
  def void
    @invoice.void!
    redirect_to invoices_path, notice: t(".voided")
  end

  # GET /i/:token
  def public
    @invoice = Invoice.find_signed!(params[:token], purpose: :mail)
    response.headers["Referrer-Policy"] = "no-referrer"
    render :show, layout: "public"
  end

  private

  def set_invoice
    @invoice = Invoice.find(params[:id])
  end
end
