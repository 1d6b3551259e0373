using TradeMission.Domain;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Data.Samples.Invented;

/// <summary>What comes of a meeting: how it is assessed, what figures are named, what is to be done next.</summary>
internal static class Conversation
{
    /// <summary>The day that sample data is told on: steps due before it are mostly done.</summary>
    public static readonly DateOnly Today = new(2026, 11, 23);

    private const string NotHeld = "바이어 사정으로 상담이 이루어지지 않음. 다시 약속을 잡기로 함.";

    /// <summary>A currency for which the sample rates hold nothing: such amounts are shown and left out of totals.</summary>
    private const string WithoutRate = "SGD";
    private const double WithoutRatePerDollar = 1.31;

    public static Consultation Of(Meeting meeting, Mission mission, bool online, Register register, Dice dice)
    {
        var assessment = AssessmentOf(meeting.Likely, dice);
        var kind = online ? ConsultationKind.Online : dice.Share() switch { < 0.1 => ConsultationKind.AtBuyer, < 0.17 => ConsultationKind.WalkIn, _ => ConsultationKind.AtVenue };
        var value = ValueOf(assessment, kind, meeting, register.Rates, dice);
        var pursued = assessment == Assessment.CooperationPossible && value is not null && dice.Chance(0.88) ? PursuedOf(value, dice) : null;
        var step = StepOf(assessment, meeting, register, dice);
        var officer = dice.Of([.. register.Officers.Values]);
        var consultation = new Consultation
        {
            ClientId = dice.Guid(),
            MissionId = mission.Id,
            Mission = mission,
            StopId = meeting.Stop.Id,
            ParticipationId = meeting.Participation.Id,
            Participation = meeting.Participation,
            BuyerId = meeting.Buyer.Id,
            HeldOn = meeting.Day,
            StartsAt = kind == ConsultationKind.WalkIn ? null : meeting.StartsAt,
            Kind = kind,
            Products = dice.Of(meeting.Line.Products).Ko,
            Value = value,
            Assessment = assessment,
            Notes = NotesOf(assessment, meeting.Line, dice),
            NextStep = step.Text,
            NextStepDueOn = step.Due,
            NextStepOwner = step.Owner,
            NextStepDoneOn = step.Done,
            LoggedById = officer.Id,
            LoggedByName = officer.Name,
            LoggedAt = TimeZoneInfo.ConvertTimeToUtc(meeting.Day.ToDateTime(meeting.StartsAt).AddMinutes(35 + dice.Below(20)), TimeZoneInfo.FindSystemTimeZoneById(meeting.Place.Zone)),
            From = RecordedFrom.Sample,
        };
        if (pursued is not null)
        {
            Ladder.Open(consultation, pursued, meeting.Day.AddDays(60 + dice.Below(180)), (Likelihood)dice.Below(3));
        }

        return consultation;
    }

    private static Assessment AssessmentOf(bool likely, Dice dice) => dice.Share() switch
    {
        < 0.05 => Assessment.DidNotTakePlace,
        var share when share < (likely ? 0.12 : 0.25) => Assessment.NoInterest,
        var share when share < (likely ? 0.37 : 0.60) => Assessment.Informative,
        _ => Assessment.CooperationPossible,
    };

    private static Valued? ValueOf(Assessment assessment, ConsultationKind kind, Meeting meeting, RateTable rates, Dice dice)
    {
        var named = assessment switch { Assessment.DidNotTakePlace => 0, Assessment.NoInterest => 0.2, Assessment.Informative => 0.85, _ => 0.98 };
        var dollars = Math.Clamp(meeting.Line.Median * 1000 * Math.Exp(0.7 * dice.Bell()), 5_000, 1_500_000);
        var local = dice.Chance(0.38);
        if (!dice.Chance(named))
        {
            return null;
        }

        if (kind == ConsultationKind.WalkIn && meeting.Place.Country == "MY")
        {
            return new Valued(new Money(Rounded(dollars * WithoutRatePerDollar), WithoutRate), null);
        }

        if (!local || rates.On(meeting.Place.Currency, meeting.Day) is not { } rate)
        {
            return new Valued(new Money(Rounded(dollars), "USD"), rates.On("USD", meeting.Day));
        }

        return new Valued(new Money(Rounded(dollars / (double)rate.Rate), meeting.Place.Currency), rate);
    }

    /// <summary>Mostly 15 to 50 % of the consultation value; now and then a share that pages warn about.</summary>
    private static Valued PursuedOf(Valued value, Dice dice)
    {
        var share = dice.Share() switch { < 0.05 => 0.09, < 0.09 => 0.62, < 0.105 => 1.2, _ => Math.Clamp(0.29 + (0.08 * dice.Bell()), 0.16, 0.48) };
        return new Valued(new Money(Rounded((double)value.Amount * share), value.Currency), value.Frozen);
    }

    /// <summary>As people say it: two digits and noughts.</summary>
    private static decimal Rounded(double amount)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(amount)) - 1);
        return (decimal)(Math.Round(amount / unit) * unit);
    }

    private static string NotesOf(Assessment assessment, InventedLine line, Dice dice) => assessment switch
    {
        Assessment.CooperationPossible => dice.Of(line.Possible),
        Assessment.Informative => dice.Of(line.Informative),
        Assessment.NoInterest => dice.Of(line.Refused),
        _ => NotHeld,
    };

    private static (string? Text, DateOnly? Due, string? Owner, DateOnly? Done) StepOf(Assessment assessment, Meeting meeting, Register register, Dice dice)
    {
        var wanted = assessment switch { Assessment.CooperationPossible => 0.95, Assessment.Informative => 0.5, Assessment.DidNotTakePlace => 0.8, _ => 0 };
        var owner = dice.Chance(0.7) ? dice.Of([.. register.Officers.Values]).Name : register.Companies.Values.First(company => company.Company.Id == meeting.Participation.CompanyId).Company.NameKo;
        var due = Weekday(meeting.Day.AddDays(6 + dice.Below(40)));
        var text = assessment == Assessment.DidNotTakePlace ? "다시 약속 잡기" : dice.Of(meeting.Line.Steps);
        if (!dice.Chance(wanted))
        {
            return (null, null, null, null);
        }

        var done = due < Today && dice.Chance(meeting.Day.Year < Today.Year ? 0.96 : 0.78) ? due.AddDays(-dice.Below(4)) : (DateOnly?)null;
        return (text, due, owner, done);
    }

    private static DateOnly Weekday(DateOnly day) => day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(2), DayOfWeek.Sunday => day.AddDays(1), _ => day };
}
