using System.Globalization;
using FlowLab.Data;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>How many points the parts have, as text.</summary>
internal static class PartSizes
{
    /// <summary>Such as "50,000 training, 10,000 validation and 10,000 test points".</summary>
    public static string Describe(PointTable table) => string.Create(
        CultureInfo.InvariantCulture,
        $"{table.Count(DataSubset.Training):N0} training, {table.Count(DataSubset.Validation):N0} validation and {table.Count(DataSubset.Test):N0} test points");
}
