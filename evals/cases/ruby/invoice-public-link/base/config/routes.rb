# frozen_string_literal: true

Rails.application.routes.draw do
  devise_for :users
  root "invoices#index"
  resources :invoices, only: %i[index show] do
    patch :void, on: :member
  end
end
