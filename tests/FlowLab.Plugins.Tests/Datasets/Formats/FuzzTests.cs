using FlowLab.Data;
using FlowLab.Plugins.Datasets.Images;

namespace FlowLab.Plugins.Tests.Datasets.Formats;

/// <summary>Whatever a file holds: a table of its shape, or a numbered refusal, in bounded memory.</summary>
[TestFixture]
public sealed class FuzzTests
{
    private const int Tests = 2000;
    private const long FixedBytes = 1 << 20;
    private const long InflatedPerByte = 1040;
    private const long CopiesPerByte = 10;

    [FsCheck.NUnit.Property(MaxTest = Tests)]
    public void Random_bytes_are_refused_by_number(byte[] file)
    {
        foreach (FormatReader reader in FormatReader.All)
            Read(reader, file);
    }

    [FsCheck.NUnit.Property(MaxTest = Tests)]
    public void Random_bytes_after_a_good_beginning_are_read_or_refused_by_number(byte[] rest, ushort length)
    {
        foreach (FormatReader reader in FormatReader.All)
            foreach (byte[] good in reader.Good)
                Read(reader, [.. good[..(length % good.Length)], .. rest]);
    }

    [FsCheck.NUnit.Property(MaxTest = Tests, Arbitrary = [typeof(Damage)])]
    public void Damaged_files_are_read_or_refused_by_number(Damage[] damages)
    {
        foreach (FormatReader reader in FormatReader.All)
            foreach (byte[] good in reader.Good)
                Read(reader, damages.Take(6).Aggregate(good, (file, damage) => damage.Apply(file)));
    }

    [FsCheck.NUnit.Property(MaxTest = Tests, Arbitrary = [typeof(Damage)])]
    public void Damage_inside_a_checked_container_never_changes_the_values(Damage damage)
    {
        foreach (FormatReader reader in FormatReader.All.Where(reader => reader.Name.EndsWith("gz", StringComparison.Ordinal)))
        {
            ImageTable whole = reader.Read(new MemoryStream(reader.Good[0]));
            if (Read(reader, damage.Apply(reader.Good[0])) is { } read)
                Assert.That((read.Bytes ?? (object?)read.Floats, read.Labels), Is.EqualTo((whole.Bytes ?? (object?)whole.Floats, whole.Labels)));
        }
    }

    [TestCaseSource(typeof(FormatReader), nameof(FormatReader.All))]
    public void Every_cut_off_file_is_refused_by_number(FormatReader reader)
    {
        foreach (byte[] good in reader.Good)
            for (int length = 0; length < good.Length; length++)
                // CIFAR has no header: a file cut between records is a shorter file, which only its checksum tells.
                if (reader.Name != "cifar" || length % 3073 != 0 || length == 0)
                    Assert.That(Read(reader, good[..length]), Is.Null, $"cut off after {length} of {good.Length} bytes");
    }

    [TestCaseSource(typeof(FormatReader), nameof(FormatReader.All))]
    public void Every_appended_byte_is_refused_by_number(FormatReader reader)
    {
        foreach (byte[] good in reader.Good)
            for (int value = 0; value < 256; value++)
                foreach (int count in (int[])[1, 4, 8, 200, 20_000])
                    Assert.That(Read(reader, [.. good, .. Enumerable.Repeat((byte)value, count)]), Is.Null, $"{count} x {value}");
    }

    [TestCaseSource(typeof(FormatReader), nameof(FormatReader.All))]
    public void A_file_twice_is_refused_by_number(FormatReader reader)
    {
        foreach (byte[] good in reader.Good.Where(_ => reader.Name != "cifar" && reader.Name != "npz"))
            Assert.That(Read(reader, [.. good, .. good]), Is.Null);
    }

    private static ImageTable? Read(FormatReader reader, byte[] file)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        ImageTable? table = reader.Try(file, out FlowLabDataException? refusal);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That(allocated, Is.LessThan(FixedBytes + CopiesPerByte * InflatedPerByte * file.Length), reader.Name);
        if (refusal is not null)
            Assert.That(refusal.Message, Does.Match(@"^FLD0\d\d file(\[[^\]]*\])?: [ -~]+$"));
        if (table is not null)
            Assert.That(table.Bytes?.Length ?? table.Floats!.Length, Is.EqualTo(table.Count * table.Dimension).And.Positive);
        return table;
    }
}
