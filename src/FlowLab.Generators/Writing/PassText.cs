using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Code;
using FlowLab.Generators.Reading;

namespace FlowLab.Generators.Writing;

/// <summary>One layer of a pass as C#.</summary>
/// <param name="code">Where it is written.</param>
/// <param name="names">The names of the pass.</param>
/// <param name="pass">Its statements.</param>
internal sealed class PassText(CodeText code, Names names, List<Statement> pass)
{
    private readonly Dictionary<Row, string> _rows = [];
    private List<(Expression Element, string Row)> _hoisted = [];
    private int _loops;

    /// <summary>Rows of the scratch that it takes.</summary>
    public int ScratchRows => Rows().Count(row => !row.IsTape);

    /// <summary>Names of the scratch's rows, which are the same for all layers.</summary>
    public void WriteScratch()
    {
        int index = 0;
        foreach (Row row in SystemRows().Concat(Rows()).Where(row => !row.IsTape).Distinct())
            code.Line($"ArrayView<float> {_rows[row] = names.Take(row.Name + "Row")} = pass.Scratch.Row(at.Y, {index++});");
    }

    /// <summary>Names of the layer's rows of the tape.</summary>
    /// <param name="kept">The rows' names in the order of the tape.</param>
    public void WriteTape(IReadOnlyList<string> kept)
    {
        foreach (Row row in Rows().Where(row => row.IsTape))
            code.Line($"ArrayView<float> {_rows[row] = names.Take(row.Name + "Row")} = pass.Tape.Row(at.Y, layer * TapeRows(dimension) + {kept.ToList().IndexOf(row.Name)});");
    }

    /// <summary>All statements, and zeros for gradients of parameters that the first of them only adds to.</summary>
    /// <param name="blocks">The blocks whose gradients are written; none in a pass without gradients.</param>
    public void Write(IReadOnlyList<Block> blocks)
    {
        foreach (Block block in blocks)
        {
            if (FirstStore(block) is { } first)
                first.IsFirst = true;
            else
                Clear(block);
        }
        foreach (Statement statement in pass)
            Write(statement);
    }

    /// <summary>The rows of a system of equations, which lie in its order before all others.</summary>
    private IEnumerable<Row> SystemRows() => pass.SelectMany(statement => statement.All()).OfType<SolveSystem>().SelectMany(system => system.Matrix.Concat(system.Right));

    private IEnumerable<Row> Rows() => pass.SelectMany(statement => statement.All())
        .SelectMany(statement => statement.Values.SelectMany(value => value.All()).OfType<RowValue>().Select(value => value.Row)
            .Concat(statement is StoreRow store ? [store.Row] : []))
        .Distinct();

    /// <summary>The store that can assign: the first of its block, once for every element of it. Null if there is none.</summary>
    private StoreParameterGradient? FirstStore(Block block)
    {
        Statement? first = pass.FirstOrDefault(statement => statement.All().Any(inner => IsStore(inner, block)));
        if (block.IsScalar)
            return first as StoreParameterGradient;
        if (first is not Repeat { From: Constant { Text: "0" } } loop || loop.All().Count(inner => IsStore(inner, block)) != 1)
            return null;
        bool isWhole = loop.To is Constant { Text: var end } && end == block.Length;
        return isWhole && loop.Body.OfType<StoreParameterGradient>().FirstOrDefault(store => store.Block == block) is { Index: Read { Variable: var index } } only && index == loop.Index
            ? only
            : null;
    }

    private static bool IsStore(Statement statement, Block block) => statement is StoreParameterGradient store && store.Block == block;

    private void Clear(Block block)
    {
        if (block.IsScalar)
            code.Line($"gradient.At(at.Y, at.X, {block.Offset}) = 0f;");
        else
        {
            code.Line($"for (int p = 0; p < {block.Length}; p++)");
            code.Line($"    gradient.At(at.Y, at.X, {Sum(block.Offset, "p")}) = 0f;");
        }
    }

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case Define define:
                code.Line($"{Type(define.Variable)} {define.Variable.Name} = {Text(define.Value)};");
                break;
            case Accumulate add:
                Add(add.Sum.Name, add.Term, true);
                break;
            case Branch branch:
                WriteBranch(branch);
                break;
            case Repeat loop:
                WriteRepeat(loop);
                break;
            case Samples samples:
                WriteSamples(samples);
                break;
            case Change change:
                Add(Text(new Feature(change.Index)), change.Value, false);
                break;
            case AddLogDet add:
                Add("logDet[s]", add.Value, true);
                break;
            case StoreRow store:
                Add($"{_rows[store.Row]}[s]", store.Value, store.IsAdded);
                break;
            case SolveSystem system:
                code.Line($"LayerSystem.Solve(pass.Scratch, at.Y, s, {system.Right.Count});");
                break;
            case StoreFeatureGradient store:
                Add(Text(new FeatureGradient(store.Index)), store.Value, store.IsAdded);
                break;
            case StoreParameterGradient store:
                Add($"gradient.At(at.Y, at.X, {Place(store.Block, store.Index)})", store.Value, !store.IsFirst);
                break;
            case KeepFeature keep:
                Add(Text(new KeptFeature(keep.Index)), keep.Value, false);
                break;
        }
    }

    private void WriteRepeat(Repeat loop)
    {
        foreach (Carry carry in loop.Carries)
            code.Line($"{Type(carry.Variable)} {carry.Variable.Name} = {Text(carry.Start)};");
        code.Open($"for (int {loop.Index.Name} = {Text(loop.From)}; {loop.Index.Name} < {Text(loop.To)}; {loop.Index.Name}++)");
        _loops++;
        loop.Body.ForEach(Write);
        WriteNext(loop.Carries);
        _loops--;
        code.Close();
    }

    /// <summary>All carries change at once: by way of names of their own where one is read after it would have changed.</summary>
    private void WriteNext(IReadOnlyList<Carry> carries)
    {
        bool isEntangled = carries.Where((carry, i) => carries.Skip(i + 1).Any(later => later.Next.All().OfType<Read>().Any(read => read.Variable == carry.Variable))).Any();
        string[] next = [.. carries.Select(carry => isEntangled ? names.Take(carry.Variable.Name + "Next") : Text(carry.Next))];
        for (int i = 0; i < next.Length && isEntangled; i++)
            code.Line($"{Type(carries[i].Variable)} {next[i]} = {Text(carries[i].Next)};");
        for (int i = 0; i < next.Length; i++)
            if (next[i] != carries[i].Variable.Name)
                code.Line($"{carries[i].Variable.Name} = {next[i]};");
    }

    private void WriteBranch(Branch branch)
    {
        foreach (Join join in branch.Joins)
            code.Line($"{Type(join.Variable)} {join.Variable.Name};");
        bool isTurned = branch.Then.Count == 0 && branch.Joins.Count == 0;
        string condition = isTurned ? $"!({Text(branch.Condition)})" : Text(branch.Condition);
        code.Open($"if ({condition})");
        (isTurned ? branch.Otherwise : branch.Then).ForEach(Write);
        foreach (Join join in branch.Joins)
            code.Line($"{join.Variable.Name} = {Text(join.Then)};");
        code.Close();
        if (isTurned || (branch.Otherwise.Count == 0 && branch.Joins.Count == 0))
            return;
        code.Open("else");
        branch.Otherwise.ForEach(Write);
        foreach (Join join in branch.Joins)
            code.Line($"{join.Variable.Name} = {Text(join.Otherwise)};");
        code.Close();
    }

    /// <summary>The loop over samples, with the rows of features that it touches named before it.</summary>
    private void WriteSamples(Samples samples)
    {
        _hoisted = [];
        bool isBlock = _loops == 0 && samples.All().SelectMany(Elements).Any();
        if (isBlock)
            code.Open();
        HashSet<Variable> inside = [.. samples.All().OfType<Repeat>().Select(loop => loop.Index), .. Analysis.LayerAnalysis.Defined(samples.Body, true)];
        foreach (Expression element in samples.All().SelectMany(Elements))
        {
            bool isFixed = !element.All().OfType<Read>().Any(read => inside.Contains(read.Variable));
            if (isFixed && !_hoisted.Any(other => Numbers.AreEqual(other.Element, element)))
                Hoist(element);
        }
        code.Open("for (int s = first; s < end; s += step)");
        _loops++;
        samples.Body.ForEach(Write);
        _loops--;
        code.Close();
        if (isBlock)
            code.Close();
        _hoisted = [];
    }

    private void Hoist(Expression element)
    {
        string name = element switch { Feature => "zRow", FeatureGradient => "gRow", _ => "keptRow" };
        int count = _hoisted.Count(other => other.Row.StartsWith(name, System.StringComparison.Ordinal));
        string row = count == 0 ? name : $"{name}{count + 1}";
        code.Line($"ArrayView<float> {row} = {RowOf(element)};");
        _hoisted.Add((element, row));
    }

    private static IEnumerable<Expression> Elements(Statement statement) => statement.Values.SelectMany(value => value.All())
        .Where(value => value is Feature or FeatureGradient or KeptFeature)
        .Concat(statement switch
        {
            Change change => [new Feature(change.Index)],
            StoreFeatureGradient store => [new FeatureGradient(store.Index)],
            KeepFeature keep => [new KeptFeature(keep.Index)],
            _ => [],
        });

    private void Add(string target, Expression value, bool isAdded)
    {
        if (isAdded && value is Unary { Sign: "-", Kind: ValueKind.Number } negated)
            code.Line($"{target} -= {Text(negated.Of)};");
        else
            code.Line($"{target} {(isAdded ? "+=" : "=")} {Text(value)};");
    }

    private string Text(Expression value) => new ExpressionText(Element).Of(value);

    private string Element(Expression value) => value switch
    {
        LogDetGradient => "logDetGradient[s]",
        RowValue row => $"{_rows[row.Row]}[s]",
        Parameter parameter => $"parameters.At(at.Y, at.X, {Place(parameter.Block, parameter.Index)})",
        _ => _hoisted.FirstOrDefault(other => Numbers.AreEqual(other.Element, value)) is { Row: { } row } ? $"{row}[s]" : $"{RowOf(value)}[s]",
    };

    private string RowOf(Expression element) => element switch
    {
        Feature feature => $"pass.State.Row(at.Y, {Text(feature.Index)})",
        FeatureGradient feature => $"pass.Gradient.Row(at.Y, {Text(feature.Index)})",
        _ => $"pass.Tape.Row(at.Y, layer * dimension + {Text(((KeptFeature)element).Index)})",
    };

    private string Place(Block block, Expression index) => block.IsScalar ? block.Offset : Sum(block.Offset, Text(index));

    private static string Sum(string offset, string index) => offset == "0" ? index : index == "0" ? offset : $"{offset} + {index}";

    private static string Type(Variable variable) => variable.Kind switch
    {
        ValueKind.Integer => "int",
        ValueKind.Flag => "bool",
        _ => "float",
    };
}
