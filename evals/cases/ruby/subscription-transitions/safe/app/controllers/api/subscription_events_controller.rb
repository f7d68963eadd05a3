# frozen_string_literal: true

module Api
  class SubscriptionEventsController < BaseController
    EVENTS = { "pause" => :pause!, "resume" => :resume!, "cancel" => :cancel! }.freeze

    rescue_from Subscription::IllegalTransition do |error|
      render json: { error: error.message }, status: :conflict
    end

    # POST /api/subscriptions/:subscription_id/events/:event
    def create
      transition = EVENTS.fetch(params[:event]) { return head :not_found }
      subscription.public_send(transition)
      SubscriptionMailer.changed(subscription).deliver_later
      render json: SubscriptionSerializer.new(subscription)
    end

    private

    def subscription
      @subscription ||= current_account.subscriptions.find(params[:subscription_id])
    end
  end
end
