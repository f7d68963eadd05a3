# frozen_string_literal: true

class SecondFactorsController < ApplicationController
  include TrustedDevice

  skip_before_action :require_second_factor
  rate_limit to: 5, within: 1.minute, only: :create

  def new
    complete_sign_in if trusted_device?(current_user)
  end

  def create
    if current_user.verify_otp(params.expect(:code))
      remember_device(current_user) if params[:remember] == "1"
      complete_sign_in
    else
      flash.now[:alert] = t(".wrong_code")
      render :new, status: :unprocessable_entity
    end
  end

  private

  def complete_sign_in
    session[:second_factor_at] = Time.current.to_i
    redirect_to root_path
  end
end
