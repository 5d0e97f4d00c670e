using System.Globalization;
using System.Text;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Results;
using FsCheck;
using FsCheck.Fluent;

namespace FlowLab.Host.Tests.Runs;

[TestFixture]
public sealed class SummaryCsvTests
{
    private const string Expected =
        "cell,target,K,metric,label,unit,kind,mean,standard_error,median,best,worst,seeds,stopped_seeds,not_available,reason,failed_seeds,audit\n" +
        "U1-2,U1,2,free_energy,\"Free energy, 20000 samples\",nats,bound,0.30000000000000004,0.1,0.30000000000000004,0.2,0.4,3,1,0,,0,\n" +
        "U1-2,U1,2,kl_grid_error,Change of KL(q || p) when the grid is halved,nats,diagnostic,1.5E-09,NaN,1.5E-09,,,1,0,0,standard error not available: one seed has none,0,\n" +
        "U1-8,U1,8,free_energy,\"Free energy, 20000 samples\",nats,bound,NaN,NaN,NaN,,,1,1,0,not available: the seed was stopped,0,\n";

    [Test]
    public void The_file_is_this_one_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Cultures.German;
            Assert.That(SummaryCsv.Format(Results()), Is.EqualTo(Expected));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void Any_fields_come_back_as_they_were() => Prop.ForAll<string[][]>(
        fields =>
        {
            string[][] records = [.. fields.Select(record => record.Select(field => field ?? "").ToArray()).Where(record => record.Length > 0)];
            var text = new StringBuilder();
            foreach (string[] record in records)
                Csv.AppendRecord(text, record);
            IReadOnlyList<IReadOnlyList<string>> parsed = CsvRecords.Parse(text.ToString());
            return parsed.Count == records.Length && parsed.Zip(records).All(pair => pair.First.SequenceEqual(pair.Second));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Fields_of_the_characters_that_matter_come_back_as_they_were()
    {
        Arbitrary<string> hostile = Gen.Elements(',', '"', '\r', '\n', 'a', ' ').ArrayOf().Select(characters => new string(characters)).ToArbitrary();
        Prop.ForAll(hostile, hostile, (first, second) =>
        {
            var text = new StringBuilder();
            Csv.AppendRecord(text, [first, second]);
            Csv.AppendRecord(text, [second]);
            IReadOnlyList<IReadOnlyList<string>> parsed = CsvRecords.Parse(text.ToString());
            return parsed.Count == 2 && parsed[0].SequenceEqual([first, second]) && parsed[1].SequenceEqual([second]);
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Any_mean_comes_back_bit_for_bit() => Prop.ForAll<double>(
        value =>
        {
            RunResults results = Results() with { Cells = [Cell(0, "2", new SeedMetric(1, SampleMetrics.FreeEnergy, value))] };
            string mean = CsvRecords.Parse(SummaryCsv.Format(results))[1][7];
            return double.IsNaN(value) ? mean == "NaN" : BitConverter.DoubleToInt64Bits(double.Parse(mean, CultureInfo.InvariantCulture)) == BitConverter.DoubleToInt64Bits(value);
        }).QuickCheckThrowOnFailure();

    private static RunResults Results() => new(
        [], SampleStore.Axes, [SampleMetrics.FreeEnergy, SampleMetrics.GridError],
        [
            Cell(0, "2", new(1, SampleMetrics.FreeEnergy, 0.2), new(2, SampleMetrics.FreeEnergy, 0.4), new(3, SampleMetrics.FreeEnergy, double.NaN),
                new(1, SampleMetrics.GridError, 1.5e-9)),
            Cell(1, "8", new SeedMetric(1, SampleMetrics.FreeEnergy, double.NaN)),
        ], []);

    private static CellResults Cell(int index, string length, params SeedMetric[] metrics) =>
        new(SampleStore.Cell(index, "U1-" + length, "U1", length), CellStatus.Finished, 100, metrics, [], []);
}
