using Microsoft.AspNetCore.Mvc;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Contacts;

/// <summary>Contacts of companies, buyers and sister cities: the same pages at three addresses.</summary>
[Route("companies/{ownerId:long}/contacts")]
[Route("buyers/{ownerId:long}/contacts")]
[Route("sister-cities/{ownerId:long}/contacts")]
public sealed class ContactsController(TradeDbContext db) : TradeController
{
    [HttpGet("new")]
    public async Task<IActionResult> New(long ownerId, CancellationToken cancellation) =>
        await FindOwnerAsync(ownerId, cancellation) is { } owner ? View("Form", new ContactForm { Owner = owner, SubmissionId = Guid.NewGuid() }) : NotFound();

    [HttpPost("new")]
    public async Task<IActionResult> Create(long ownerId, ContactForm form, CancellationToken cancellation)
    {
        form.Owner = await FindOwnerAsync(ownerId, cancellation);
        if (form.Owner is not { } owner)
        {
            return NotFound();
        }

        if (!await IsValidAsync(form, cancellation))
        {
            return View("Form", form);
        }

        var contact = owner.NewContact(form.Name!);
        form.Apply(contact);
        db.Contacts.Add(contact);
        db.SubmitOnce(form.SubmissionId, owner.Record);
        await db.SaveChangesAsync(cancellation);
        return Done(ListOf(owner), "Shared.Created", contact.Name);
    }

    [HttpGet("{id:long}/edit")]
    public async Task<IActionResult> Edit(long ownerId, long id, CancellationToken cancellation) =>
        await FindAsync(ownerId, id, cancellation) is var (owner, contact) ? View("Form", FormOf(owner, contact)) : NotFound();

    [HttpPost("{id:long}/edit")]
    public async Task<IActionResult> Update(long ownerId, long id, ContactForm form, CancellationToken cancellation)
    {
        if (await FindAsync(ownerId, id, cancellation) is not var (owner, contact))
        {
            return NotFound();
        }

        (form.Owner, form.ContactId) = (owner, id);
        if (!await IsValidAsync(form, cancellation))
        {
            return View("Form", form);
        }

        if (form.Version != contact.Version)
        {
            return await ShowBothAsync(form, FormOf(owner, contact), contact, ListOf(owner), cancellation);
        }

        form.Apply(contact);
        return await SaveEditAsync(form, contact, now => FormOf(owner, now), ListOf(owner), cancellation);
    }

    [HttpGet("{id:long}/delete")]
    public async Task<IActionResult> Delete(long ownerId, long id, CancellationToken cancellation) =>
        await FindAsync(ownerId, id, cancellation) is var (owner, contact) ? View("Delete", new DeletePage(owner.Section, contact.Name, ListOf(owner), [])) : NotFound();

    [HttpPost("{id:long}/delete")]
    public async Task<IActionResult> ConfirmDelete(long ownerId, long id, CancellationToken cancellation)
    {
        if (await FindAsync(ownerId, id, cancellation) is not var (owner, contact))
        {
            return NotFound();
        }

        db.Contacts.Remove(contact);
        await db.SaveChangesAsync(cancellation);
        return Deleted(ListOf(owner), contact.Name);
    }

    private async Task<(ContactOwner Owner, Contact Contact)?> FindAsync(long ownerId, long id, CancellationToken cancellation) =>
        await FindOwnerAsync(ownerId, cancellation) is { } owner && await owner.FindContactAsync(db, id, cancellation) is { } contact ? (owner, contact) : null;

    /// <summary>Which register it is stands in the address that led here.</summary>
    private Task<ContactOwner?> FindOwnerAsync(long id, CancellationToken cancellation) =>
        ContactOwner.FindAsync(db, ControllerContext.ActionDescriptor.AttributeRouteInfo!.Template!.Split('/')[0], id, cancellation);

    private static ContactForm FormOf(ContactOwner owner, Contact contact)
    {
        var form = ContactForm.Of(contact);
        form.Owner = owner;
        return form;
    }

    private static string ListOf(ContactOwner owner) => $"{owner.Address}#contacts";
}
