using FlowLab.Data;
using FlowLab.Plugins.Datasets.Images;

namespace FlowLab.Plugins.Tests.Datasets.Formats;

/// <summary>As many damaged data files as the night has time for, see <see cref="Fuzz"/>.</summary>
[TestFixture]
public sealed class DamagedFileTests
{
    private const double Share = 0.4;
    private const long FixedBytes = 1 << 20;
    private const long BytesPerByte = 10_400;

    [Test]
    public void A_damaged_file_is_read_or_refused_by_number_in_bounded_memory() => Fuzz.Run(Share, random =>
    {
        FormatReader reader = FormatReader.All[random.Next(FormatReader.All.Count)];
        byte[] file = Fuzz.Damage(random, reader.Good[random.Next(reader.Good.Count)]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ImageTable? table = reader.Try(file, out FlowLabDataException? refusal);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(FixedBytes + BytesPerByte * file.Length), reader.Name);
        Assert.That(table is null, Is.EqualTo(refusal is not null));
        if (refusal is not null)
            Assert.That(refusal.Message, Does.Match(@"^FLD0\d\d file(\[[^\]]*\])?: [ -~]+$"));
        return reader.Name;
    });
}
