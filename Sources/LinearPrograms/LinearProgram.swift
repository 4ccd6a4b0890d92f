import CGLPK

/// A linear program: unknowns within bounds, equations between them, and a cost to be made least. GLPK solves it.
///
/// Bounds and costs may be changed between solutions; each solution starts from the one before, which makes a long row of similar
/// programs cheap.
public struct LinearProgram: ~Copyable {
    private let problem: OpaquePointer
    private let unknowns: Int
    /// Steps of the simplex method after which a program is given up.
    private let stepLimit: Int32

    /// One equation: what its terms add up to.
    public struct Equation {
        public var terms: [(unknown: Int, factor: Double)]
        public var sum: Double

        public init(_ terms: [(unknown: Int, factor: Double)], sum: Double = 0) {
            self.terms = terms
            self.sum = sum
        }
    }

    /// Unknowns are 0 or more until they are given other bounds.
    public init(unknowns: Int, equations: [Equation], stepLimit: Int = 200_000) {
        self.unknowns = unknowns
        self.stepLimit = Int32(clamping: stepLimit)
        glp_term_out(GLP_OFF)
        problem = glp_create_prob()
        glp_set_obj_dir(problem, GLP_MIN)
        if unknowns > 0 { glp_add_cols(problem, Int32(unknowns)) }
        for unknown in 0..<unknowns { glp_set_col_bnds(problem, Int32(unknown + 1), GLP_LO, 0, 0) }
        if !equations.isEmpty { glp_add_rows(problem, Int32(equations.count)) }
        for (row, equation) in equations.enumerated() {
            glp_set_row_bnds(problem, Int32(row + 1), GLP_FX, equation.sum, equation.sum)
            // GLPK counts from 1.
            let indices = [0] + equation.terms.map { Int32($0.unknown + 1) }
            let factors = [0] + equation.terms.map(\.factor)
            glp_set_mat_row(problem, Int32(row + 1), Int32(equation.terms.count), indices, factors)
        }
    }

    deinit { glp_delete_prob(problem) }

    /// - Parameter upper: Nil where there is no bound.
    public func setBounds(of unknown: Int, from lower: Double, to upper: Double?) {
        let column = Int32(unknown + 1)
        guard let upper else { return glp_set_col_bnds(problem, column, GLP_LO, lower, 0) }
        glp_set_col_bnds(problem, column, lower == upper ? GLP_FX : GLP_DB, lower, upper)
    }

    public func setCost(of unknown: Int, to cost: Double) { glp_set_obj_coef(problem, Int32(unknown + 1), cost) }

    /// Whether a cheapest solution was found; not when there is none, or none within the limit of steps.
    ///
    /// - Parameter boundsChanged: Whether bounds changed since the last solution, and not only costs.
    public func solve(boundsChanged: Bool = true) -> Bool {
        guard unknowns > 0 else { return true }
        var settings = glp_smcp()
        glp_init_smcp(&settings)
        settings.msg_lev = GLP_MSG_OFF
        settings.meth = boundsChanged ? GLP_DUALP : GLP_PRIMAL
        settings.it_lim = stepLimit
        if glp_simplex(problem, &settings) != 0 {
            // The basis that the last solution left does not suit this program.
            glp_adv_basis(problem, 0)
            settings.meth = GLP_PRIMAL
            guard glp_simplex(problem, &settings) == 0 else { return false }
        }
        return glp_get_status(problem) == GLP_OPT
    }

    /// Looks for a cheapest solution in whole numbers, after `solve` found one in fractions; not when none shows up soon.
    public func solveInWholeNumbers() -> [Double]? {
        for unknown in 0..<unknowns { glp_set_col_kind(problem, Int32(unknown + 1), GLP_IV) }
        defer { for unknown in 0..<unknowns { glp_set_col_kind(problem, Int32(unknown + 1), GLP_CV) } }
        var settings = glp_iocp()
        glp_init_iocp(&settings)
        settings.msg_lev = GLP_MSG_OFF
        // A number of nodes, not a time: the outcome must not depend on the machine.
        settings.cb_func = { tree, _ in
            var all: Int32 = 0
            glp_ios_tree_size(tree, nil, nil, &all)
            if all > 400 { glp_ios_terminate(tree) }
        }
        _ = glp_intopt(problem, &settings)
        let status = glp_mip_status(problem)
        guard status == GLP_OPT || status == GLP_FEAS else { return nil }
        let problem = problem
        return (0..<unknowns).map { glp_mip_col_val(problem, Int32($0 + 1)) }
    }

    /// In the last solution.
    public func value(of unknown: Int) -> Double { glp_get_col_prim(problem, Int32(unknown + 1)) }

    public func values() -> [Double] {
        let problem = problem
        return (0..<unknowns).map { glp_get_col_prim(problem, Int32($0 + 1)) }
    }
}
