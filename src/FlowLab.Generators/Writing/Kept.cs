using FlowLab.Generators.Code;
using FlowLab.Generators.Reading;

namespace FlowLab.Generators.Writing;

/// <summary>Copies of z on the tape, for layers whose change of z cannot be undone by taking it off.</summary>
internal static class Kept
{
    public static Statement Keep(Names names)
    {
        (Variable index, Expression at) = Index(names);
        return Loop(index, new KeepFeature(at, new Feature(at)));
    }

    public static Statement Restore(Names names)
    {
        (Variable index, Expression at) = Index(names);
        return Loop(index, new Change(at, new KeptFeature(at)));
    }

    private static (Variable Index, Expression At) Index(Names names)
    {
        var index = new Variable(names.Take("feature"), ValueKind.Integer);
        return (index, new Read(index));
    }

    private static Repeat Loop(Variable index, Statement copy) =>
        new(index, new Constant("0", ValueKind.Integer), new Constant("dimension", ValueKind.Integer), [new Samples([copy])]);
}
