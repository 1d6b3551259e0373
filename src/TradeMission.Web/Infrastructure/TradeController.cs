using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;

namespace TradeMission.Web.Infrastructure;

/// <summary>What controllers share: validating by hand, saying what was done, showing both versions of a record.</summary>
public abstract class TradeController : Controller
{
    /// <summary>Runs the form's validator, rules that ask the database included, into ModelState. Binding errors count too.</summary>
    protected async Task<bool> IsValidAsync<TForm>(TForm form, CancellationToken cancellation)
        where TForm : class
    {
        var validator = HttpContext.RequestServices.GetRequiredService<IValidator<TForm>>();
        foreach (var error in (await validator.ValidateAsync(form, cancellation)).Errors)
        {
            // Text that could not be bound has its own message already; the rule would only say that nothing is there.
            if (ModelState.GetValueOrDefault(error.PropertyName) is not { Errors.Count: > 0 })
            {
                ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
            }
        }

        return ModelState.IsValid;
    }

    /// <summary>Goes to the address and says there, once, what was done.</summary>
    protected IActionResult Done(string address, string text, params object?[] args)
    {
        TempData["Done"] = Texts.Get(text, args);
        return LocalRedirect(address);
    }

    /// <summary>The same after a deletion, which can be undone there.</summary>
    protected IActionResult Deleted(string address, string name)
    {
        TempData["Undo"] = HttpContext.RequestServices.GetRequiredService<TradeDbContext>().LastDeletion?.ToString(CultureInfo.InvariantCulture);
        return Done(address, "Shared.Deleted", name);
    }

    /// <summary>Somebody else changed the record since the form was opened: both versions, field by field, and the choice. Nothing was changed.</summary>
    /// <param name="mine">The form as submitted.</param>
    /// <param name="theirs">The form as it would be opened now.</param>
    /// <param name="record">The record as it is now.</param>
    /// <param name="back">Where their version is shown.</param>
    protected Task<IActionResult> ShowBothAsync<TForm>(TForm mine, TForm theirs, Entity record, string back, CancellationToken cancellation)
        where TForm : class, IVersionedForm => ShowBothAsync(mine, theirs, AuditTrail.NameOf(record.GetType()), record.Id, back, cancellation);

    /// <summary>The same for a record of another kind, by the name that the audit trail gives it.</summary>
    protected async Task<IActionResult> ShowBothAsync<TForm>(TForm mine, TForm theirs, string record, long id, string back, CancellationToken cancellation)
        where TForm : class, IVersionedForm
    {
        var db = HttpContext.RequestServices.GetRequiredService<TradeDbContext>();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Conflict", await ConflictPage.OfAsync(db, mine, theirs, record, id, Request, back, cancellation));
    }

    /// <summary>Saves an edit; whoever was overtaken while saving is shown both versions.</summary>
    protected async Task<IActionResult> SaveEditAsync<TForm, TRecord>(TForm form, TRecord record, Func<TRecord, TForm> formOf, string back, CancellationToken cancellation)
        where TForm : class, IVersionedForm
        where TRecord : Entity
    {
        var db = HttpContext.RequestServices.GetRequiredService<TradeDbContext>();
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            await db.Entry(record).ReloadAsync(cancellation);
            return db.Entry(record).State == EntityState.Detached ? NotFound() : await ShowBothAsync(form, formOf(record), record, back, cancellation);
        }

        return Done(back, "Shared.Saved");
    }
}
