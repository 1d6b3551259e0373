using System.Buffers.Binary;
using System.Text;

namespace TradeMission.Web.Infrastructure.Files;

/// <summary>
/// The names in a compound file (MS-CFB), and nothing of its streams. The one library for such files that the package registry serves (NPOI 2.4) follows nested storages by
/// recursion, so that a made-up file of 3 MB ends the whole portal; tests use it to write files. This reads forwards with a limit, and what does not fit throws.
/// </summary>
/// <exception cref="InvalidDataException">The file contradicts itself, ends too early or has more entries than any document.</exception>
internal sealed class CompoundDirectory
{
    private const int Header = 512;
    private const int EntrySize = 128;
    private const int MostEntries = 8_192;
    private const int FatSectorsInHeader = 109;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint NoEntry = 0xFFFFFFFF;

    private readonly ReadOnlyMemory<byte> file;
    private readonly int sectorSize;
    private readonly List<ReadOnlyMemory<byte>> entries = [];

    public CompoundDirectory(ReadOnlyMemory<byte> file)
    {
        this.file = file;
        sectorSize = file.Length < Header ? throw Wrong("header") : BinaryPrimitives.ReadUInt16LittleEndian(file.Span[30..]) switch { 9 => 512, 12 => 4096, _ => throw Wrong("sector size") };
        for (var sector = Number(file, 48); sector != EndOfChain; sector = Next(sector))
        {
            if (entries.Count >= MostEntries)
            {
                throw Wrong("more entries than any document, or a circle");
            }

            var content = Sector(sector);
            for (var at = 0; at < sectorSize; at += EntrySize)
            {
                entries.Add(content.Slice(at, EntrySize));
            }
        }

        AllNames = entries.Where(entry => entry.Span[66] != 0).Select(NameOf).ToHashSet(StringComparer.Ordinal);
        RootNames = Root();
    }

    /// <summary>At every depth.</summary>
    public IReadOnlySet<string> AllNames { get; }

    /// <summary>Of what stands at the top: a document embedded in another stands deeper.</summary>
    public IReadOnlySet<string> RootNames { get; }

    private HashSet<string> Root()
    {
        if (entries.Count == 0)
        {
            throw Wrong("no root");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<uint>();
        var waiting = new Stack<uint>([Number(entries[0], 76)]);
        while (waiting.TryPop(out var id))
        {
            if (id == NoEntry)
            {
                continue;
            }

            if (id >= entries.Count || !seen.Add(id))
            {
                throw Wrong("entry");
            }

            var entry = entries[(int)id];
            names.Add(NameOf(entry));
            waiting.Push(Number(entry, 68));
            waiting.Push(Number(entry, 72));
        }

        return names;
    }

    private ReadOnlyMemory<byte> Sector(uint sector)
    {
        var at = (sector + 1L) * sectorSize;
        return at + sectorSize <= file.Length ? file.Slice((int)at, sectorSize) : throw Wrong("sector");
    }

    /// <summary>The sector that follows, from the allocation table, whose own sectors the header lists.</summary>
    private uint Next(uint sector)
    {
        var inSector = sectorSize / 4;
        return Number(Sector(FatSector(sector / (uint)inSector)), (int)(sector % (uint)inSector) * 4);
    }

    private uint FatSector(uint index)
    {
        if (index < FatSectorsInHeader)
        {
            return Number(file, 76 + ((int)index * 4));
        }

        // A file of over 7 MB has more of them than the header holds; the rest stand in a chain of their own, whose links are the last number of each sector.
        var inSector = (uint)(sectorSize / 4) - 1;
        var left = index - FatSectorsInHeader;
        var list = Number(file, 68);
        for (; left >= inSector; left -= inSector)
        {
            list = Number(Sector(list), sectorSize - 4);
        }

        return Number(Sector(list), (int)left * 4);
    }

    private static uint Number(ReadOnlyMemory<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[at..]);

    private static string NameOf(ReadOnlyMemory<byte> entry)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry.Span[64..]);
        return length is >= 2 and <= 64 ? Encoding.Unicode.GetString(entry.Span[..(length - 2)]) : throw Wrong("name");
    }

    private static InvalidDataException Wrong(string what) => new($"No compound file: {what}.");
}
