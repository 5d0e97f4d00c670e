using FlowLab.Generators.Code;

namespace FlowLab.Generators.Reading;

/// <summary>z.</summary>
internal sealed class FeaturesValue : Value;
