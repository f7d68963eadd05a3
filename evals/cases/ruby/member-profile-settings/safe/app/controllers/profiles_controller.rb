# frozen_string_literal: true

class ProfilesController < ApplicationController
  before_action :authenticate_user!

  def show
    @profile = User.visible_to(current_user).find_by!(handle: params[:handle])
  end

  def edit
    @user = current_user
    @privacy = User::PRIVACY_LEVELS
  end

  def update
    @user = current_user
    if @user.update(profile_params)
      redirect_to edit_profile_path, notice: t(".saved")
    else
      render :edit, status: :unprocessable_entity
    end
  end

  private

  def profile_params
    params.require(:user).permit(:name, :bio, :town, :email_visibility, :show_birthday, contact_by: [])
  end
end
