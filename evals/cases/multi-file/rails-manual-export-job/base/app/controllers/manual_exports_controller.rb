# frozen_string_literal: true

class ManualExportsController < ApplicationController
  before_action :authenticate_user!
  before_action :set_manual

  def index
    @exports = @manual.exports.order(created_at: :desc).limit(20)
  end

  def create
    export = @manual.exports.create!(requested_by: current_user, state: "queued")
    ManualExportJob.perform_later(export)
    redirect_to manual_exports_path(@manual), notice: t(".queued")
  end

  private

  def set_manual
    @manual = current_user.company.manuals.find(params[:manual_id])
  end
end
