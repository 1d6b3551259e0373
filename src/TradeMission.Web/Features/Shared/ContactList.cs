using TradeMission.Domain.Shared;

namespace TradeMission.Web.Features.Shared;

/// <summary>The contacts of a company, a buyer or a sister city, on its page.</summary>
/// <param name="Address">Of the contacts: /companies/7/contacts.</param>
/// <param name="MayEdit">Whether the reader is offered to add and edit.</param>
public sealed record ContactList(string Address, IReadOnlyList<Contact> Contacts, bool MayEdit);
