namespace FlowLab.Plugins.Datasets.UserFiles;

/// <summary>How a user's file is divided: a tenth each, rounded down but at least one point, for validation and test.</summary>
public enum SplitRule
{
    /// <summary>At random, under a seed of the split.</summary>
    Shuffled,

    /// <summary>The last points for test, those before them for validation: for series.</summary>
    InOrder,
}
