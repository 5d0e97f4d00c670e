namespace FlowLab.Host.Plugins;

/// <summary>What a setting looks like in a manifest.</summary>
public enum SettingForm
{
    /// <summary>true or false.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>One of some words.</summary>
    Choice,

    /// <summary>An object with settings of its own.</summary>
    Nested,

    /// <summary>An array.</summary>
    List,
}
