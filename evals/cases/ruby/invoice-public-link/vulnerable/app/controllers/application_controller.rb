# frozen_string_literal: true

# The back office: everybody who can sign in works in the accounting team.
class ApplicationController < ActionController::Base
  before_action :authenticate_user!

  rescue_from ActiveRecord::RecordNotFound, with: :not_found
  rescue_from ActiveSupport::MessageVerifier::InvalidSignature, with: :not_found

  private

  def not_found
    render "errors/not_found", status: :not_found, layout: "public"
  end
end
