# frozen_string_literal: true

# Makes a board of the columns and cards in an uploaded template.
class BoardTemplateImport
  class Invalid < StandardError; end

  MAX_SIZE = 256.kilobytes
  MAX_CARDS = 500

  def initialize(account, io)
    @account = account
    @io = io
  end

  def call
    columns = Array(template["columns"])
    raise Invalid, "too many cards" if columns.sum { |c| Array(c["cards"]).size } > MAX_CARDS

    Board.transaction do
      board = @account.boards.create!(name: template["name"].to_s.truncate(80))
      columns.each_with_index { |column, index| add_column(board, column, index) }
      board
    end
  end

  private

  def template
    @template ||= parse
  end

  def parse
    data = YAML.safe_load(@io.read(MAX_SIZE), permitted_classes: [Date])
    raise Invalid, "not a template" unless data.is_a?(Hash)

    data
  rescue Psych::Exception
    raise Invalid, "not a YAML file"
  end

  def add_column(board, column, index)
    created = board.columns.create!(title: column["title"].to_s, position: index)
    Array(column["cards"]).each do |card|
      created.cards.create!(title: card["title"].to_s, due_on: card["due"])
    end
  end
end
