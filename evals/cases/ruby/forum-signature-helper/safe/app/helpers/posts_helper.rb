# frozen_string_literal: true

module PostsHelper
  RANKS = { 0 => "Newcomer", 50 => "Regular", 500 => "Veteran" }.freeze
  SIGNATURE_TAGS = %w[br b i em strong].freeze

  def rank_of(member)
    RANKS.select { |posts, _| member.posts_count >= posts }.values.last
  end

  def posted_at(post)
    tag.time(l(post.created_at, format: :short), datetime: post.created_at.iso8601)
  end

  def author_box(member)
    tag.div(class: "author") do
      safe_join([image_tag(member.avatar_path, alt: ""), link_to(member.name, member), tag.small(rank_of(member))])
    end
  end

  # Members may use line breaks and simple emphasis.
  def signature_of(member)
    signature = member.signature.to_s.strip.truncate(300)
    return if signature.empty?

    tag.div(class: "signature") do
      sanitize(signature.gsub("\n", "<br>"), tags: SIGNATURE_TAGS, attributes: [])
    end
  end
end
