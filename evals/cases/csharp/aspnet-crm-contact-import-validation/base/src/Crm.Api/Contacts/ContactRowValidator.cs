namespace Crm.Api.Contacts;

public sealed record ContactRow(int Line, string Name, string Email, string? Phone);

public sealed record RowProblem(int Line, string Field, string Message);

public interface IContactRowValidator
{
    IEnumerable<RowProblem> Validate(ContactRow row);
}

public sealed class ContactRowValidator : IContactRowValidator
{
    private const int MaxName = 120;

    public IEnumerable<RowProblem> Validate(ContactRow row)
    {
        if (string.IsNullOrWhiteSpace(row.Name) || row.Name.Length > MaxName)
        {
            yield return new RowProblem(row.Line, "name", $"The name must have 1 to {MaxName} characters.");
        }

        if (!row.Email.Contains('@'))
        {
            yield return new RowProblem(row.Line, "email", "This is not an e-mail address.");
        }

        if (row.Phone is { Length: > 32 })
        {
            yield return new RowProblem(row.Line, "phone", "The phone number is too long.");
        }
    }
}
