using System.Collections;
using System.Data.Common;

namespace TradeMission.Web.Tests.SqlServer;

/// <summary>
/// For a query one row of noughts and ones, so that queries that follow from a row (the parts of a split one) are made too. For a batch of changes as many rows as EF
/// asks for: the first column is a new id, the last the row's place in the batch.
/// </summary>
internal sealed class PretendReader : DbDataReader
{
    /// <summary>More than any batch has, and an end for whoever reads on to it.</summary>
    private const int MostResults = 100;

    private static long lastId;

    private readonly int rows;
    private readonly bool isBatch;
    private readonly bool saysHowMany;
    private int row = -1;
    private int results = 1;

    private PretendReader(int fields, int rows, bool isBatch, bool saysHowMany)
    {
        FieldCount = fields;
        this.rows = rows;
        this.isBatch = isBatch;
        this.saysHowMany = saysHowMany;
    }

    public override int Depth => 0;

    public override int FieldCount { get; }

    public override bool HasRows => true;

    public override bool IsClosed => false;

    public override int RecordsAffected => 1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(0);

    public static PretendReader OfQuery(int fields) => new(fields, 1, false, false);

    public static PretendReader OfBatch(bool saysHowMany) => new(2, MostResults, true, saysHowMany);

    public override bool Read() => ++row < rows;

    public override bool NextResult()
    {
        row = -1;
        return isBatch && ++results <= MostResults;
    }

    public override T GetFieldValue<T>(int ordinal) =>
        typeof(T) == typeof(long) ? (T)(object)GetInt64(ordinal) : typeof(T) == typeof(int) ? (T)(object)GetInt32(ordinal) : typeof(T) == typeof(string) ? (T)(object)GetString(ordinal) : default!;

    public override object GetValue(int ordinal) => GetInt64(ordinal);

    public override int GetInt32(int ordinal) => !isBatch ? 1 : ordinal == FieldCount - 1 ? row : saysHowMany ? 1 : (int)Interlocked.Increment(ref lastId);

    public override long GetInt64(int ordinal) => isBatch ? Interlocked.Increment(ref lastId) : 1;

    /// <summary>What reads as an enumeration's value too.</summary>
    public override string GetString(int ordinal) => "0";

    public override bool IsDBNull(int ordinal) => false;

    public override Type GetFieldType(int ordinal) => typeof(long);

    public override string GetDataTypeName(int ordinal) => "bigint";

    public override string GetName(int ordinal) => $"Column{ordinal}";

    public override int GetOrdinal(string name) => 0;

    public override bool GetBoolean(int ordinal) => true;

    public override byte GetByte(int ordinal) => 1;

    public override short GetInt16(int ordinal) => 1;

    public override decimal GetDecimal(int ordinal) => 1;

    public override double GetDouble(int ordinal) => 1;

    public override float GetFloat(int ordinal) => 1;

    public override DateTime GetDateTime(int ordinal) => default;

    public override Guid GetGuid(int ordinal) => default;

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override char GetChar(int ordinal) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override int GetValues(object[] values)
    {
        for (var ordinal = 0; ordinal < values.Length; ordinal++)
        {
            values[ordinal] = GetValue(ordinal);
        }

        return values.Length;
    }
}
