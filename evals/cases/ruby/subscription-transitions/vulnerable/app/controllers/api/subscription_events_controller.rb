# frozen_string_literal: true

module Api
  class SubscriptionEventsController < BaseController
    rescue_from Subscription::IllegalTransition do |error|
      render json: { error: error.message }, status: :conflict
    end

    # POST /api/subscriptions/:subscription_id/events/:event
    def create
      subscription.public_send("#{params[:event]}!")
      SubscriptionMailer.changed(subscription).deliver_later
      render json: SubscriptionSerializer.new(subscription)
    end

    private

    def subscription
      @subscription ||= current_account.subscriptions.find(params[:subscription_id])
    end
  end
end
