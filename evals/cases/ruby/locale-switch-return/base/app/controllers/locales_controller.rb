# frozen_string_literal: true

# Switches the language of the pages; visitors need no account for it.
class LocalesController < ApplicationController
  skip_before_action :authenticate_user!

  def update
    locale = params[:locale].to_s
    if I18n.available_locales.map(&:to_s).include?(locale)
      cookies[:locale] = { value: locale, expires: 1.year, secure: true, httponly: true, same_site: :lax }
      current_user&.update(locale: locale)
    end

    redirect_to root_path
  end
end
