"""Small Ruby programs, and where data from outside does harm in them."""

from reviewbot.reviewers.static.flow.lowering import lower
from reviewers.static.flow.small_programs import reached


def found(*codes: str) -> set[tuple[str, int]]:
    """Rule and line of what is found in Ruby."""
    return reached("ruby", *codes)


def test_the_last_expression_is_what_a_method_returns() -> None:
    code = (
        "class A\n"
        "  def go\n"
        "    system(cmd)\n"
        "  end\n"
        "  def cmd\n"
        "    if x\n"
        '      "ls #{params[:d]}"\n'
        "    end\n"
        "  end\n"
        "end"
    )
    assert found(code) == {("ruby-command-injection", 3)}


def test_a_modifier_is_a_guard() -> None:
    code = "def f\n  return unless %w[a b].include?(params[:m])\n  obj.send(params[:m])\nend"
    assert not found(code)
    assert found(code.replace("unless", "if")) == {("ruby-unsafe-reflection", 3)}


def test_a_pattern_of_lines_proves_nothing_of_the_text() -> None:
    code = "def f\n  raise 'no' unless params[:h] =~ /\\A[a-z]+\\z/\n  system(\"ping #{params[:h]}\")\nend"
    assert not found(code)
    assert found(code.replace("\\A", "^").replace("\\z", "$")) == {("ruby-command-injection", 3)}


def test_heredocs_are_told_apart() -> None:
    code = (
        "def f\n  db.execute(<<~ONE)\n    SELECT 1\n  ONE\n"
        "  db.execute(<<~TWO.squish)\n    SELECT * FROM t WHERE a = #{params[:a]}\n  TWO\nend"
    )
    assert found(code) == {("ruby-sql-injection", 5)}


def test_a_block_changes_the_variables_around_it() -> None:
    code = "def f\n  name = 'a'\n  items.each do |item|\n    name = params[:n]\n  end\n  eval(name)\nend"
    assert found(code) == {("ruby-code-injection", 6)}


def test_a_value_of_several_ways_is_each_of_them() -> None:
    code = (
        "def f\n"
        "  path = case params[:k]\n"
        "    when 'a' then 'x'\n"
        "    else params[:p]\n"
        "  end\n"
        "  File.read(path)\n"
        "end"
    )
    assert found(code) == {("ruby-path-traversal", 6)}


def test_redirect_and_return_leaves() -> None:
    code = "def f\n  redirect_to root_path and return unless ok?(params[:u])\n  eval('1')\nend"
    assert not found(code)


def test_permitted_fields_may_be_assigned() -> None:
    code = (
        "class C\n  def create\n    User.new(user_params)\n  end\n"
        "  def user_params\n    params.require(:user).permit(:name)\n  end\nend"
    )
    assert not found(code)
    assert found(code.replace(".permit(:name)", ".permit!")) == {("ruby-mass-assignment", 6)}


def test_a_field_is_known_from_the_constructor() -> None:
    code = (
        "class Job\n  def initialize(name)\n    @name = name\n  end\n"
        "  def run\n    `tar czf #{@name}.tgz .`\n  end\nend"
    )
    assert found(code) == {("ruby-command-injection", 6)}


def test_a_route_of_sinatra_answers_with_its_value() -> None:
    assert found('get "/hi" do\n  "<b>#{params[:name]}</b>"\nend') == {("ruby-html-safe", 2)}


def test_broken_code_is_lowered_as_far_as_it_goes() -> None:
    assert lower("def f(a, = 1\n case x in {a: then\n <<~X\n #{", "ruby").unit.body() is not None


def test_a_job_that_is_queued_runs_with_what_it_is_given() -> None:
    controller = (
        "class ExportsController < ApplicationController\n"
        "  def create\n"
        "    ExportJob.set(wait: 5).perform_later(params[:style])\n"
        "  end\n"
        "end"
    )
    job = (
        "class ExportJob < ApplicationJob\n"
        "  def perform(style)\n"
        '    system("pandoc --css #{style}.css", exception: true)\n'
        "  end\n"
        "end"
    )
    assert ("ruby-command-injection", 3) in found(controller, job)


def test_an_object_hands_what_its_constructor_is_given_from_method_to_method() -> None:
    controller = (
        "class BoardsController < ApplicationController\n"
        "  def import\n"
        "    BoardImport.new(current_account, params.require(:file)).call\n"
        "  end\n"
        "end"
    )
    service = (
        "class BoardImport\n"
        "  def initialize(account, io)\n"
        "    @io = io\n"
        "  end\n"
        "  def call\n"
        '    template["name"]\n'
        "  end\n"
        "  def template\n"
        "    @template ||= YAML.unsafe_load(@io.read(100))\n"
        "  end\n"
        "end"
    )
    assert ("ruby-unsafe-deserialisation", 9) in found(controller, service)


def test_what_an_accessor_takes_is_what_others_put_there() -> None:
    code = (
        "class TicketFilter\n"
        "  attr_accessor :state, :tag\n"
        "  def apply(scope)\n"
        "    scope.where(\"tags LIKE '%#{tag}%'\")\n"
        "  end\n"
        "end"
    )
    assert found(code) == {("ruby-sql-injection", 4)}
