# frozen_string_literal: true

# Skips the second factor on a device the user has confirmed before.
module TrustedDevice
  extend ActiveSupport::Concern

  COOKIE = :trusted_device
  LIFETIME = 30.days

  private

  def trusted_device?(user)
    token = cookies.encrypted[COOKIE]
    return false if token.blank?

    user.devices.where("confirmed_at > ?", LIFETIME.ago).exists?(token_digest: Device.digest(token))
  end

  def remember_device(user)
    device = user.devices.create!(
      label: request.user_agent.to_s.first(120),
      confirmed_at: Time.current
    )
    cookies.encrypted[COOKIE] = { value: device.token, expires: LIFETIME.from_now }
  end

  def forget_device
    cookies.delete(COOKIE)
  end
end
