using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace TradeMission.Web.Infrastructure;

/// <summary>A page is drawn before the first of it is sent, so it goes out in one piece: sent in parts of 16 K, each part is a turn of the server of its own.</summary>
internal sealed class WholePages : IHttpResponseStreamWriterFactory
{
    /// <summary>Characters: more than most pages have. Longer ones go out in parts of this size.</summary>
    private const int Together = 128 * 1024;

    public TextWriter CreateWriter(Stream stream, Encoding encoding) => new HttpResponseStreamWriter(stream, encoding, Together, ArrayPool<byte>.Shared, ArrayPool<char>.Shared);
}
