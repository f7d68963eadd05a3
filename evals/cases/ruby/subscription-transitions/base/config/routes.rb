# frozen_string_literal: true

Rails.application.routes.draw do
  namespace :api do
    resources :subscriptions, only: %i[index show] do
      resources :invoices, only: :index
    end
  end
end
