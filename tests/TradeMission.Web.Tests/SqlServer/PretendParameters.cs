using System.Collections;
using System.Data.Common;

namespace TradeMission.Web.Tests.SqlServer;

/// <summary>A list of parameters.</summary>
internal sealed class PretendParameters : DbParameterCollection
{
    private readonly List<DbParameter> all = [];

    public override int Count => all.Count;

    public override object SyncRoot => all;

    public override int Add(object value)
    {
        all.Add((DbParameter)value);
        return all.Count - 1;
    }

    public override void AddRange(Array values) => all.AddRange(values.Cast<DbParameter>());

    public override void Clear() => all.Clear();

    public override bool Contains(object value) => all.Contains((DbParameter)value);

    public override bool Contains(string value) => IndexOf(value) >= 0;

    public override void CopyTo(Array array, int index) => ((ICollection)all).CopyTo(array, index);

    public override IEnumerator GetEnumerator() => all.GetEnumerator();

    public override int IndexOf(object value) => all.IndexOf((DbParameter)value);

    public override int IndexOf(string parameterName) => all.FindIndex(parameter => parameter.ParameterName == parameterName);

    public override void Insert(int index, object value) => all.Insert(index, (DbParameter)value);

    public override void Remove(object value) => all.Remove((DbParameter)value);

    public override void RemoveAt(int index) => all.RemoveAt(index);

    public override void RemoveAt(string parameterName) => all.RemoveAt(IndexOf(parameterName));

    protected override DbParameter GetParameter(int index) => all[index];

    protected override DbParameter GetParameter(string parameterName) => all[IndexOf(parameterName)];

    protected override void SetParameter(int index, DbParameter value) => all[index] = value;

    protected override void SetParameter(string parameterName, DbParameter value) => all[IndexOf(parameterName)] = value;
}
